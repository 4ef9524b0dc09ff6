/**
 * Is nothing ever done twice? Random histories of transactions in which every JDBC call
 * may fail, and the books they leave behind. Depends on the public types of retry and on
 * the test databases.
 */
@org.jspecify.annotations.NullMarked
package dev.resilientdb.proof;
