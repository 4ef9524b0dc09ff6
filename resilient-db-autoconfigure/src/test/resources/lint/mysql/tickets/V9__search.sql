CREATE FULLTEXT INDEX ticket_search ON ticket (subject, body);
