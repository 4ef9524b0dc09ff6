ALTER TABLE desk.ticket ADD CONSTRAINT ticket_state_check CHECK (state IN ('new', 'open', 'waiting', 'closed'));
