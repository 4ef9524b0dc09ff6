CREATE INDEX ticket_owner_idx ON desk.ticket USING btree (owner_id) WITH (fillfactor = 90);
