CREATE TYPE desk.priority AS ENUM ('low', 'normal', 'high');
ALTER TABLE desk.ticket ADD COLUMN priority desk.priority NOT NULL DEFAULT 'normal';
