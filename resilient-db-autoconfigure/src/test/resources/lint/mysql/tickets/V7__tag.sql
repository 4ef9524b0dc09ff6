CREATE TABLE tag (name VARCHAR(40) PRIMARY KEY);
CREATE TABLE ticket_tag (ticket_id BIGINT, tag VARCHAR(40), PRIMARY KEY (ticket_id, tag));
