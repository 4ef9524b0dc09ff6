ALTER TABLE desk.ticket DROP COLUMN priority;
ALTER TABLE desk.ticket_history DROP COLUMN priority;
DROP TYPE desk.priority;
ALTER TABLE desk.ticket ADD COLUMN priority SMALLINT NOT NULL DEFAULT 2 CHECK (priority BETWEEN 1 AND 3);
