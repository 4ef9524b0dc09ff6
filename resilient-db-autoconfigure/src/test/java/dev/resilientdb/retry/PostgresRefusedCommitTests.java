package dev.resilientdb.retry;

class PostgresRefusedCommitTests extends RefusedCommitContract {

}
