ALTER TABLE agent ADD UNIQUE INDEX agent_mail (mail);
