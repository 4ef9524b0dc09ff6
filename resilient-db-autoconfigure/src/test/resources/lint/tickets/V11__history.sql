CREATE TABLE desk.ticket_history (LIKE desk.ticket INCLUDING DEFAULTS);
ALTER TABLE desk.ticket_history ADD COLUMN changed TIMESTAMPTZ NOT NULL DEFAULT now();
CREATE RULE ticket_history_no_delete AS ON DELETE TO desk.ticket_history DO INSTEAD (SELECT 1; SELECT 2);
