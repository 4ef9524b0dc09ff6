/**
 * What is needed of YugabyteDB's JDBC driver, a fork of PostgreSQL's.
 */
@org.jspecify.annotations.NullMarked
package com.yugabyte.util;
