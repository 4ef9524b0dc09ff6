CREATE SEQUENCE desk.ticket_number START 1000;
CREATE TABLE desk.ticket (
    ticket_id BIGINT PRIMARY KEY DEFAULT nextval('desk.ticket_number'),
    queue_id  INT NOT NULL REFERENCES desk.queue,
    owner_id  INT REFERENCES desk.agent (agent_id),
    title     VARCHAR(200) NOT NULL,
    state     VARCHAR(20)  NOT NULL DEFAULT 'new',
    opened    TIMESTAMP WITHOUT TIME ZONE NOT NULL DEFAULT now(),
    closed    TIMESTAMP WITHOUT TIME ZONE
);
CREATE INDEX ticket_queue_idx ON desk.ticket (queue_id, state);
