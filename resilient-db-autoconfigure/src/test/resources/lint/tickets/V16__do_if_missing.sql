DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_type WHERE typname = 'channel') THEN
        CREATE TYPE desk.channel AS ENUM ('mail', 'phone');
    END IF;
END
$$;
ALTER TABLE desk.ticket ADD COLUMN channel desk.channel;
