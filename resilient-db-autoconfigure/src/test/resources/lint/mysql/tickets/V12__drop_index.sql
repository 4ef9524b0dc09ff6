DROP INDEX ticket_search ON ticket;
