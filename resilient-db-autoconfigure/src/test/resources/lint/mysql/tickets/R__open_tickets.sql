CREATE OR REPLACE VIEW open_tickets AS SELECT id, subject FROM ticket WHERE status < 2;
