package dev.resilientdb.migration;

/**
 * Which policies hold where no property says otherwise.
 */
enum Preset {

	PRODUCTION, DEVELOPMENT

}
