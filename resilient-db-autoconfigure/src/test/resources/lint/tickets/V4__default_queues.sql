INSERT INTO desk.queue ("name") VALUES ('Support'), ('Sales'), (E'Partner\'s questions');
INSERT INTO desk.agent (login, full_name) VALUES ('root', 'The "first" one') ON CONFLICT (login) DO NOTHING;
