package dev.resilientdb.constraint;

import java.net.http.HttpResponse;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresMvcAnswerTests extends MvcAnswerContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresMvcAnswerTests() {
		super(DATABASE);
	}

	@Test
	void answersConstraintThatIsCheckedAtCommit() {
		DATABASE.owner()
			.execute("create table seat (id int constraint uk_seat unique deferrable initially deferred)",
					"insert into seat values (1)");
		HttpResponse<String> response = visitor().post("/transactions", "insert into seat values (1)");
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(Visitor.text(response, "constraint")).isEqualTo("uk_seat");
	}

	@Test
	void overlapIsConflict() {
		DATABASE.owner()
			.execute(
					"create table booking (during int4range, constraint ex_booking exclude using gist (during with &&))",
					"insert into booking values ('[1,5)')");
		HttpResponse<String> response = visitor().execute("insert into booking values ('[2,3)')");
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(Visitor.text(response, "kind")).isEqualTo("EXCLUSION");
	}

}
