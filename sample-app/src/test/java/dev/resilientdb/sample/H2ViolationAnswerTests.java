package dev.resilientdb.sample;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("h2")
class H2ViolationAnswerTests extends ViolationAnswerContract {

}
