package dev.resilientdb.lint;

import java.util.Locale;

/**
 * Changes of a table and what InnoDB does for them: first in the oldest versions, then
 * from which version on it does something else.
 *
 * @see <a href=
 * "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html">MySQL:
 * Online DDL Operations</a>
 * @see <a href=
 * "https://mariadb.com/docs/server/server-usage/storage-engines/innodb/innodb-online-ddl">MariaDB:
 * InnoDB Online DDL</a>
 */
enum MySqlOperation {

	ADD_COLUMN("add-column-rewrites", "Adding column %s", "REBUILD 8.0.12:INSTANT", "REBUILD 10.3.2:INSTANT"),
	ADD_COLUMN_BETWEEN("add-column-rewrites", "Adding column %s between others", "REBUILD 8.0.29:INSTANT",
			"REBUILD 10.4:INSTANT"),
	ADD_VIRTUAL_COLUMN("add-column-rewrites", "Adding virtual column %s", "INSTANT", "INSTANT"),
	ADD_STORED_COLUMN("add-column-rewrites", "Adding stored generated column %s", "COPY", "COPY 11.2:ONLINE_COPY"),
	ADD_COMPUTED_DEFAULT("add-column-rewrites", "Adding column %s with a default that is computed for each row", "COPY",
			"COPY 11.2:ONLINE_COPY"),
	ADD_NUMBERED_COLUMN("add-column-rewrites", "Adding AUTO_INCREMENT column %s", "SHARED", "SHARED"),

	CHANGE_TYPE("change-column-type", "Changing the type of column %s", "COPY", "COPY 11.2:ONLINE_COPY"),
	REDEFINE("change-column-type", "Defining column %s anew", "COPY", "COPY 11.2:ONLINE_COPY"),
	CONVERT("change-column-type", "Converting its columns to another character set", "COPY", "COPY 11.2:ONLINE_COPY"),
	START_NUMBERING("change-column-type", "Making column %s AUTO_INCREMENT", "COPY", "COPY"),
	LENGTHEN("change-column-type", "Making column %s longer", "IN_PLACE", "IN_PLACE 10.4.3:INSTANT"),
	APPEND_MEMBERS("enum-reordered", "Appending members to column %s", "IN_PLACE 8.0.12:INSTANT",
			"IN_PLACE 10.3.7:INSTANT"),
	CHANGE_MEMBERS("enum-reordered", "Reordering, inserting or removing members of column %s", "COPY",
			"COPY 11.2:ONLINE_COPY"),
	REDEFINE_MEMBERS("enum-reordered", "Defining the members of column %s anew", "COPY", "COPY 11.2:ONLINE_COPY"),
	SET_NOT_NULL("set-not-null-scans", "Making column %s NOT NULL", "REBUILD", "REBUILD"),
	REDEFINE_NOT_NULL("set-not-null-scans", "Making column %s NOT NULL", "REBUILD", "REBUILD"),
	DROP_NOT_NULL("algorithm-copies", "Allowing null in column %s", "REBUILD", "REBUILD"),
	REORDER_COLUMN("algorithm-copies", "Moving column %s to another place", "REBUILD", "REBUILD 10.4:INSTANT"),
	DROP_COLUMN("algorithm-copies", "Dropping column %s", "REBUILD 8.0.29:INSTANT", "REBUILD 10.4:INSTANT"),
	RENAME("algorithm-copies", "Renaming %s", "IN_PLACE 8.0.28:INSTANT", "IN_PLACE 10.5.2:INSTANT"),
	SET_METADATA("algorithm-copies", "Changing a setting", "INSTANT", "INSTANT"),

	ADD_INDEX("index-not-concurrent", "Adding an index", "IN_PLACE", "IN_PLACE"),
	ADD_UNIQUE_INDEX("index-not-concurrent", "Adding a unique index", "IN_PLACE", "IN_PLACE"),
	ADD_FULLTEXT_INDEX("index-not-concurrent", "Adding a full-text index", "SHARED", "SHARED"),
	ADD_SPATIAL_INDEX("index-not-concurrent", "Adding a spatial index", "SHARED", "SHARED"),
	DROP_INDEX("algorithm-copies", "Dropping an index", "IN_PLACE", "IN_PLACE"),
	ADD_PRIMARY_KEY("algorithm-copies", "Adding a primary key", "REBUILD", "REBUILD"),
	REPLACE_PRIMARY_KEY("algorithm-copies", "Replacing the primary key", "REBUILD", "REBUILD"),
	DROP_PRIMARY_KEY("algorithm-copies", "Dropping the primary key", "COPY", "COPY 11.2:ONLINE_COPY"),

	ADD_FOREIGN_KEY("foreign-key-validates", "Adding a foreign key", "COPY", "COPY 11.2:ONLINE_COPY"),
	ADD_UNCHECKED_FOREIGN_KEY("foreign-key-validates", "Adding a foreign key unchecked", "IN_PLACE", "IN_PLACE"),
	DROP_CONSTRAINT("algorithm-copies", "Dropping a constraint", "IN_PLACE", "INSTANT"),
	ADD_CHECK("constraint-validates", "Adding a CHECK constraint", "COPY", "COPY 11.2:ONLINE_COPY"),

	SET_DEFAULT_CHARSET("algorithm-copies", "Changing the default character set", "REBUILD", "INSTANT"),
	REBUILD("algorithm-copies", "Rebuilding", "REBUILD", "REBUILD"),
	CHANGE_ENGINE("algorithm-copies", "Changing the engine", "COPY", "COPY"),
	PARTITION("algorithm-copies", "Changing the partitions", "COPY", "COPY"),
	CHANGE_PARTITION("algorithm-copies", "Adding or dropping a partition", "IN_PLACE", "IN_PLACE"),
	ADD_VERSIONING("algorithm-copies", "Adding system versioning", "COPY", "COPY 11.2:ONLINE_COPY"),
	UNKNOWN("algorithm-not-stated", "What is not known", "INSTANT", "INSTANT");

	private final String rule;

	private final String title;

	private final String mySql;

	private final String mariaDb;

	MySqlOperation(String rule, String title, String mySql, String mariaDb) {
		this.rule = rule;
		this.title = title;
		this.mySql = mySql;
		this.mariaDb = mariaDb;
	}

	/**
	 * Id of the rule that tells of it.
	 */
	String rule() {
		return this.rule;
	}

	/**
	 * As the beginning of a sentence.
	 */
	String title(String column) {
		return this.title.formatted(column);
	}

	/**
	 * Whether it may be less, because the present definition is not known.
	 */
	boolean isGuess() {
		return this == REDEFINE || this == REDEFINE_MEMBERS || this == REDEFINE_NOT_NULL || this == UNKNOWN;
	}

	OnlineDdl on(MySqlProduct product) {
		OnlineDdl cost = OnlineDdl.COPY;
		for (String step : (product.isMariaDb() ? this.mariaDb : this.mySql).split(" ", -1)) {
			int colon = step.indexOf(':');
			if (colon < 0 || product.isAtLeast(step.substring(0, colon))) {
				cost = OnlineDdl.valueOf(step.substring(colon + 1).toUpperCase(Locale.ROOT));
			}
		}
		return cost;
	}

}
