package dev.resilientdb.constraint;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresMvcAnswerTests extends AnswerContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresMvcAnswerTests() {
		super(DATABASE, WebStack.MVC);
	}

	@Test
	void isTheAnswerOfTheDocumentation() throws IOException {
		String page = Files.readString(Path.of("..", "docs", "constraints.md"));
		String body = page.substring(page.indexOf("application/problem+json\n\n{") + 25).split("```", 2)[0];
		assertThat(Visitor.json(visitor().post("/customers/2", "first@example.org"))).isStrictlyEqualTo(body);
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
