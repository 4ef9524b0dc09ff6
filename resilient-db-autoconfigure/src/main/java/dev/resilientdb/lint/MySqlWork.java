package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

/**
 * A part of a statement, and what the server does for it.
 */
record MySqlWork(AlterAction action, MySqlOperation operation, OnlineDdl cost) {

	static MySqlWork of(AlterAction action, MySqlAlter alter, Examination statement) {
		MySqlOperation operation = MySqlOperations.of(action, alter, statement);
		return new MySqlWork(action, operation, operation.on(MySqlProduct.of(statement.target())));
	}

	/**
	 * Whether the server certainly refuses the way that the statement asks for.
	 */
	boolean isRefused(MySqlAlter alter) {
		return !this.operation.isGuess() && this.cost.isRefused(alter.clauses());
	}

	/**
	 * The column it is about, null when it is about none.
	 */
	@Nullable SqlName column() {
		ColumnDefinition added = this.action.addedColumn();
		if (added != null) {
			return added.name();
		}
		SqlName redefined = MySqlRedefinition.column(this.action);
		return (redefined != null) ? redefined : this.action.droppedColumn();
	}

	/**
	 * As the beginning of a sentence.
	 */
	String title() {
		SqlName column = column();
		return this.operation.title((column != null) ? column.quoted() : this.action.table().quoted());
	}

}
