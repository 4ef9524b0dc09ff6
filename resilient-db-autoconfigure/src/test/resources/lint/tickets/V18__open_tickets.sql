CREATE VIEW desk.open_ticket AS SELECT * FROM desk.ticket WHERE closed IS NULL;
ALTER VIEW desk.open_ticket RENAME TO ticket_open;
