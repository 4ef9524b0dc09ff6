package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.lint.SqlToken.Kind;

/**
 * Gathers the tokens of a script into statements. A semicolon in parentheses or in the
 * body of a routine ends none.
 */
final class StatementSplitter {

	private static final Set<String> ROUTINES = Set.of("function", "procedure", "trigger", "event");

	private static final Set<String> OTHERS = Set.of("table", "index", "view", "type", "sequence", "schema", "domain",
			"rule", "database", "role", "user");

	private static final Set<String> INNER_ENDS = Set.of("if", "loop", "while", "repeat");

	private final SqlTokenizer tokenizer;

	private final List<SqlStatement> statements = new ArrayList<>();

	private List<SqlToken> tokens = new ArrayList<>();

	private List<SqlToken> comments = new ArrayList<>();

	private @Nullable String obstacle;

	// Line of the terminator when the statement has ended
	private int ended;

	private int parentheses;

	private int blocks;

	private Body body = Body.UNDECIDED;

	private StatementSplitter(SqlTokenizer tokenizer) {
		this.tokenizer = tokenizer;
	}

	static List<SqlStatement> split(String text, SqlSyntax syntax) {
		StatementSplitter splitter = new StatementSplitter(new SqlTokenizer(text, syntax));
		SqlToken token = splitter.tokenizer.next();
		while (token != null) {
			splitter.accept(token);
			token = splitter.tokenizer.next();
		}
		if (splitter.parentheses > 0) {
			splitter.obstacle = "a parenthesis is not closed";
		}
		splitter.finish();
		return List.copyOf(splitter.statements);
	}

	private void accept(SqlToken token) {
		boolean isTrailing = token.kind() == Kind.COMMENT && token.line() == this.ended;
		if (this.ended > 0 && !isTrailing) {
			finish();
		}
		switch (token.kind()) {
			case COMMENT -> this.comments.add(token);
			case TERMINATOR -> terminate(token);
			case CLIENT -> addClientLine(token);
			case UNTERMINATED -> {
				this.obstacle = "what " + token.text() + " begins has no end";
				this.tokens.add(token);
			}
			default -> add(token);
		}
	}

	private void add(SqlToken token) {
		SqlToken previous = this.tokens.isEmpty() ? SqlToken.END : this.tokens.get(this.tokens.size() - 1);
		this.tokens.add(token);
		if (token.isSign("(")) {
			this.parentheses++;
		}
		else if (token.isSign(")") && this.parentheses > 0) {
			this.parentheses--;
		}
		else if (this.body == Body.UNDECIDED && token.kind() == Kind.WORD) {
			this.body = decide(token);
		}
		else if (this.body == Body.ROUTINE && token.kind() == Kind.WORD) {
			countBlocks(previous, token);
		}
	}

	private Body decide(SqlToken token) {
		if (!this.tokens.get(0).is("create") || token.isAny(OTHERS)) {
			return Body.NONE;
		}
		return token.isAny(ROUTINES) ? Body.ROUTINE : Body.UNDECIDED;
	}

	private void countBlocks(SqlToken previous, SqlToken token) {
		if (token.is("end")) {
			this.blocks--;
		}
		else if (token.is("begin") || (token.is("case") && !previous.is("end"))) {
			this.blocks++;
		}
		else if (token.isAny(INNER_ENDS) && previous.is("end")) {
			// Its beginning was not counted
			this.blocks++;
		}
	}

	private void terminate(SqlToken token) {
		boolean isInside = (this.parentheses > 0 || this.blocks > 0) && !this.tokenizer.hasOwnDelimiter();
		if (isInside) {
			this.tokens.add(new SqlToken(Kind.SIGN, token.text(), token.raw(), token.line()));
			return;
		}
		this.ended = token.line();
		if (isCopyFromStandardInput()) {
			this.tokenizer.skipRows();
		}
	}

	private boolean isCopyFromStandardInput() {
		TokenCursor cursor = new TokenCursor(this.tokens);
		return cursor.isAt("copy") && cursor.contains("from", "stdin");
	}

	private void addClientLine(SqlToken token) {
		if (!token.text().startsWith("\\")) {
			return;
		}
		this.tokens.add(token);
		finish();
	}

	private void finish() {
		if (!this.tokens.isEmpty()) {
			this.statements.add(new SqlStatement(this.tokens, this.comments, this.obstacle));
			this.comments = new ArrayList<>();
		}
		this.tokens = new ArrayList<>();
		this.obstacle = null;
		this.ended = 0;
		this.parentheses = 0;
		this.blocks = 0;
		this.body = Body.UNDECIDED;
	}

	private enum Body {

		UNDECIDED, NONE, ROUTINE

	}

}
