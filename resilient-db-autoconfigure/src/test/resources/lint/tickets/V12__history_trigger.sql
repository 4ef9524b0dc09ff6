CREATE OR REPLACE FUNCTION desk.keep_history() RETURNS TRIGGER AS $fn$
BEGIN
    INSERT INTO desk.ticket_history SELECT OLD.*;
    RETURN NEW;
END $fn$ LANGUAGE plpgsql;
CREATE TRIGGER keep_history AFTER UPDATE OR DELETE ON desk.ticket FOR EACH ROW EXECUTE PROCEDURE desk.keep_history();
