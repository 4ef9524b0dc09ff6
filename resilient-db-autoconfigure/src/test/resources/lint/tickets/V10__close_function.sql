CREATE FUNCTION desk.close_ticket(id BIGINT) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    note TEXT := 'closed; by function';
BEGIN
    UPDATE desk.ticket SET state = 'closed', closed = now() WHERE ticket_id = id;
    EXECUTE format('NOTIFY tickets, %L', note);
END
$$;
