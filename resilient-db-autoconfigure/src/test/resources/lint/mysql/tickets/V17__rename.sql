ALTER TABLE comment RENAME TO remark;
