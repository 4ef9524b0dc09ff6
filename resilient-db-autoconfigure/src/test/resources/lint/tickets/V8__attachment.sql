CREATE TABLE desk.attachment (
    attachment_id UUID PRIMARY KEY,
    message_id    BIGINT NOT NULL REFERENCES desk.message (message_id),
    file_name     TEXT NOT NULL,
    content       BYTEA
);
CREATE INDEX attachment_message_idx ON desk.attachment (message_id);
