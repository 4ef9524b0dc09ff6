package dev.resilientdb.sample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("h2")
class SingleDrillTests {

	@LocalServerPort
	private int port;

	@Test
	void answersConflictWhileAnotherDrillRuns() {
		SampleClient sample = new SampleClient(this.port);
		Supplier<HttpStatus> drill = () -> sample.statusOfPost("/drills/deadlocks?seconds=2&compare=false", Map.of());
		CompletableFuture<HttpStatus> one = CompletableFuture.supplyAsync(drill);
		CompletableFuture<HttpStatus> other = CompletableFuture.supplyAsync(drill);
		assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(HttpStatus.OK, HttpStatus.CONFLICT);
	}

}
