CREATE TABLE desk.sla (
    queue_id INT NOT NULL REFERENCES desk.queue,
    priority SMALLINT NOT NULL,
    reaction INTERVAL HOUR TO MINUTE NOT NULL,
    CONSTRAINT sla_pk PRIMARY KEY (queue_id, priority)
);
INSERT INTO desk.sla SELECT queue_id, p, make_interval(hours => 8 / p) FROM desk.queue, generate_series(1, 3) p;
