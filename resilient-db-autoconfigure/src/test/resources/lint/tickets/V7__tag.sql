CREATE TABLE desk.tag (tag_id INT PRIMARY KEY, label TEXT NOT NULL);
CREATE TABLE desk.ticket_tag (
    ticket_id BIGINT REFERENCES desk.ticket,
    tag_id    INT REFERENCES desk.tag,
    PRIMARY KEY (ticket_id, tag_id)
);
