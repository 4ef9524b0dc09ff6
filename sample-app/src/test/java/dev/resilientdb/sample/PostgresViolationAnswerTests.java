package dev.resilientdb.sample;

class PostgresViolationAnswerTests extends ViolationAnswerContract {

}
