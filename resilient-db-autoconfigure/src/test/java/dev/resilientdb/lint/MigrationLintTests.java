package dev.resilientdb.lint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The lint as a build calls it.
 */
class MigrationLintTests {

	@TempDir
	Path directory;

	@Test
	void failsWithFindingsAsText() throws IOException {
		write("V1__orders.sql", "CREATE TABLE orders (id bigint);");
		write("V2__drop.sql", "\nDROP TABLE orders;");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> lint("PostgreSQL").since("1").assertNothingAbove(LintSeverity.WARNING))
			.withMessageContaining("V2__drop.sql:2")
			.withMessageContaining("drop-or-rename")
			.withMessageContaining("Drops table \"orders\"")
			.withMessageContaining("one release after");
	}

	@Test
	void passesWhenNothingIsWorse() throws IOException {
		write("V1__orders.sql", "CREATE TABLE orders (id bigint);");
		write("V2__drop.sql", "DROP TABLE orders;");
		assertThatCode(() -> lint("PostgreSQL").assertNothingAbove(LintSeverity.INFO)).doesNotThrowAnyException();
	}

	@Test
	void readsScriptsInFlywaysOrder() throws IOException {
		write("V10__use.sql", "ALTER TABLE b DROP COLUMN c;");
		write("V9.1__create.sql", "CREATE TABLE b (c int);");
		write("V2__create.sql", "CREATE TABLE a (c int);");
		write("R__again.sql", "ALTER TABLE a DROP COLUMN c;");
		assertThat(lint("PostgreSQL").check().atLeast(LintSeverity.WARNING)).isEmpty();
		assertThat(lint("PostgreSQL").check().scripts()).isEqualTo(4);
	}

	@Test
	void baselineAndUndoScriptsAreNotJudged() throws IOException {
		write("B3__all.sql", "DROP TABLE x; CREATE TABLE b (c int);");
		write("U4__back.sql", "DROP TABLE b;");
		write("V4__more.sql", "DROP TABLE b;");
		assertThat(lint("PostgreSQL").check().findings()).extracting(Finding::script).containsOnly("V4__more.sql");
	}

	@Test
	void directoriesOfOtherProductsDoNotCount() throws IOException {
		write("V1__a.sql", "CREATE TABLE a (b int);");
		write("mysql/V2__b.sql", "DROP TABLE a;");
		write("postgresql/V2__b.sql", "SELECT 1;");
		assertThat(lint("PostgreSQL").check().scripts()).isEqualTo(2);
		assertThat(lint("PostgreSQL").check().findings()).isEmpty();
	}

	@Test
	void vendorInAPlaceIsTheProduct() throws IOException {
		write("mariadb/V1__a.sql", "CREATE TABLE a (b int);");
		assertThat(MigrationLint.of("MariaDB").directory(this.directory.resolve("{vendor}")).check().scripts())
			.isEqualTo(1);
	}

	@Test
	void settingsBesideAScriptTellThatItRunsWithoutATransaction() throws IOException {
		write("V1__a.sql", "CREATE TABLE a (b int);");
		write("V2__index.sql", "REINDEX INDEX CONCURRENTLY a_b;");
		assertThat(lint("PostgreSQL").check().findings()).extracting(Finding::rule).contains("concurrently-not-alone");
		write("V2__index.sql.conf", "executeInTransaction=false\n");
		assertThat(lint("PostgreSQL").check().findings()).extracting(Finding::rule)
			.doesNotContain("concurrently-not-alone");
	}

	@Test
	void otherEncodingsAreReadWhenNamed() throws IOException {
		Files.write(this.directory.resolve("V1__a.sql"),
				"CREATE TABLE größe (b int);".getBytes(StandardCharsets.ISO_8859_1));
		assertThatIllegalArgumentException().isThrownBy(() -> lint("H2").check())
			.withMessageContaining("V1__a.sql is not written in UTF-8");
		assertThat(lint("H2").encoding(StandardCharsets.ISO_8859_1).check().scripts()).isEqualTo(1);
		write("V1__a.sql.conf", "encoding=ISO-8859-1");
		assertThat(lint("H2").check().scripts()).isEqualTo(1);
	}

	@Test
	void byteOrderMarkTellsTheEncoding() throws IOException {
		Files.write(this.directory.resolve("V1__a.sql"), "\uFEFFDROP TABLE a;".getBytes(StandardCharsets.UTF_16LE));
		assertThat(lint("H2").check().findings()).extracting(Finding::rule).contains("drop-or-rename");
	}

	@Test
	void allowedFindingsDoNotFail() throws IOException {
		write("V1__a.sql", "DROP TABLE a;");
		assertThatCode(() -> lint("H2").allow("V1:drop-or-rename nobody has it").assertNothingAbove(LintSeverity.INFO))
			.doesNotThrowAnyException();
	}

	@Test
	void missingDirectoryIsAnError() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MigrationLint.of("H2").directory(this.directory.resolve("nowhere")).check())
			.withMessageContaining("There is no directory");
	}

	@Test
	void placeWithoutScriptsIsAnError() {
		assertThatIllegalArgumentException().isThrownBy(() -> lint("H2").check())
			.withMessageContaining("There are no migration scripts");
	}

	@Test
	void placeThatIsNotOnTheClassPathIsAnError() {
		assertThatIllegalArgumentException().isThrownBy(() -> MigrationLint.of("H2").classpath("db/nowhere").check())
			.withMessageContaining("db/nowhere");
	}

	@Test
	void sameVersionTwiceIsAnError() throws IOException {
		write("V1__a.sql", "SELECT 1;");
		write("more/V1.0__b.sql", "SELECT 1;");
		assertThatIllegalArgumentException().isThrownBy(() -> lint("H2").check()).withMessageContaining("same version");
	}

	@Test
	void productNeutralRulesApplyToUnknownProducts() throws IOException {
		write("V1__a.sql", "ALTER TABLE a DROP COLUMN b;\nDELETE FROM a;\nSOMETHING ELSE;");
		assertThat(lint("SomethingDB").check().findings()).extracting(Finding::rule)
			.contains("drop-or-rename", "unbounded-update", "unparsable-statement");
	}

	private MigrationLint lint(String product) {
		return MigrationLint.of(product).directory(this.directory);
	}

	private void write(String name, String text) throws IOException {
		Path file = this.directory.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
