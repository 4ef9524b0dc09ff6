CREATE TABLE desk.daily (
    day    DATE NOT NULL,
    queue  INT  NOT NULL,
    opened INT  NOT NULL DEFAULT 0,
    closed INT  NOT NULL DEFAULT 0
) PARTITION BY RANGE (day);
CREATE TABLE desk.daily_2024 PARTITION OF desk.daily FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX ON desk.daily (queue, day);
ANALYZE desk.daily;
