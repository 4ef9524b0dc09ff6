package dev.resilientdb.sample;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("sqlite")
class SqliteOutageDrillTests extends OutageDrillContract {

}
