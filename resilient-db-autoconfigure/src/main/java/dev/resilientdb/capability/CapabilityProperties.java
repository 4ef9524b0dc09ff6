package dev.resilientdb.capability;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of capabilities.
 *
 * @param probe Whether running servers are asked for their capabilities, once after each
 * start. Without it they are asked for their version alone.
 */
@ConfigurationProperties("resilient-db.capability")
record CapabilityProperties(@DefaultValue("true") boolean probe) {

}
