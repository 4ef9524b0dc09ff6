DROP TABLE IF EXISTS desk.import_staging;
ALTER TABLE desk.attachment DROP CONSTRAINT attachment_message_id_fkey;
ALTER TABLE desk.attachment ADD CONSTRAINT attachment_message_fk FOREIGN KEY (message_id) REFERENCES desk.message ON DELETE CASCADE;
DELETE FROM desk.ticket_tag;
