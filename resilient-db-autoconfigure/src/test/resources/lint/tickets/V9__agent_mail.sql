ALTER TABLE desk.agent ADD mail TEXT;
UPDATE desk.agent SET mail = login || '@desk.example' WHERE mail IS NULL;
ALTER TABLE desk.agent ALTER mail SET NOT NULL, ADD CONSTRAINT agent_mail_key UNIQUE (mail);
