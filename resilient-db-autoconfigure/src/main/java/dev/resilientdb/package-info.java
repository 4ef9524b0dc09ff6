/**
 * Transactions that survive deadlocks, and failures that explain themselves.
 *
 * <p>
 * Words: a <em>failure</em> is what the database reported; an <em>attempt</em> is one
 * execution of a transaction and includes the first call, a <em>retry</em> excludes it;
 * the <em>deadline</em> covers a whole call with its retries and waits, a
 * <em>timeout</em> covers one transaction; a <em>product</em> is a database as its vendor
 * names it, a <em>dialect</em> is what we know of a product; a <em>call</em> is one
 * invocation of a method from its outermost transaction boundary.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb;
