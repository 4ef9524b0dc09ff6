ALTER TABLE ticket_tag DROP PRIMARY KEY, ADD PRIMARY KEY (tag, ticket_id);
