package dev.resilientdb.capability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import dev.resilientdb.dialect.DialectAutoConfiguration;
import dev.resilientdb.failure.FailureAutoConfiguration;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of a product's capabilities is what its server does.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(90)
abstract class CapabilityContract {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
			DialectAutoConfiguration.class, FailureAutoConfiguration.class);

	private final FailureClassifier classifier = this.context.getBean(FailureClassifier.class);

	private final CapabilityDialect dialect;

	CapabilityContract(String product) {
		this.dialect = this.context.getBeansOfType(CapabilityDialect.class)
			.values()
			.stream()
			.filter((candidate) -> candidate.product().equals(product))
			.findFirst()
			.orElseThrow();
	}

	abstract TestDatabase database();

	@ParameterizedTest
	@EnumSource
	void serverDoesWhatIsDeclared(Capability capability) throws Exception {
		List<String> refutations = new ArrayList<>();
		Support observed = observe(capability, refutations);
		assertThat(observed).as("%s, where scripts end with %s", capability, refutations)
			.isEqualTo(declared().row(capability).support());
	}

	@Test
	void probesOfTheServerAgree() throws SQLException {
		try (Connection connection = database().dataSource().getConnection()) {
			Declarations declared = declared();
			Map<Capability, Support> observed = new ServerExamination(this.classifier).observe(connection, this.dialect,
					declared);
			assertThat(observed).isNotEmpty()
				.allSatisfy((capability,
						support) -> assertThat(
								new ServerCapability(capability, declared.row(capability).support(), support, ""))
							.satisfies((answer) -> assertThat(answer.disagrees()).as("%s", answer).isFalse()));
		}
	}

	@Test
	void everyProbeIsAnswered() throws SQLException {
		try (Connection connection = database().dataSource().getConnection()) {
			assertThat(new ServerExamination(this.classifier).observe(connection, this.dialect, declared()))
				.containsOnlyKeys(
						this.dialect.probes().stream().map(CapabilityProbe::capability).toArray(Capability[]::new));
		}
	}

	private Declarations declared() throws SQLException {
		try (Connection connection = database().dataSource().getConnection()) {
			return Declarations.of(this.dialect.capabilities(),
					ServerVersion.in(this.dialect.serverVersion(connection)));
		}
	}

	private Support observe(Capability capability, List<String> refutations) throws Exception {
		for (Support support : List.of(Support.YES, Support.PARTIAL)) {
			for (Proof proof : Proof.of(capability, support).toList()) {
				if (passes(proof, refutations)) {
					return support;
				}
			}
		}
		return Support.NO;
	}

	private boolean passes(Proof proof, List<String> refutations) throws Exception {
		try (Rehearsal rehearsal = new Rehearsal(database(), this.classifier)) {
			rehearsal.run(proof);
			return true;
		}
		catch (SQLException ex) {
			refutations.add(ex.toString());
			return false;
		}
	}

}
