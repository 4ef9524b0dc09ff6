ALTER TABLE desk.agent ADD COLUMN display_name TEXT GENERATED ALWAYS AS (full_name || ' (' || login || ')') STORED;
