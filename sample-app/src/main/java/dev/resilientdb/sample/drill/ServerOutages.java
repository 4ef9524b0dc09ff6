package dev.resilientdb.sample.drill;

import java.util.function.Consumer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import dev.resilientdb.pool.PoolVerdict;
import dev.resilientdb.sample.RefusedException;
import dev.resilientdb.sample.database.DatabaseServer;
import dev.resilientdb.sample.database.Network;

/**
 * What can happen to a server and to the network before it.
 */
@Configuration(proxyBeanMethods = false)
class ServerOutages {

	@Bean
	@Order(1)
	Outage serverStopped(ObjectProvider<DatabaseServer> server) {
		return new Broken<>("server-stopped", "The server is stopped in order and started again.",
				"a server of its own: PostgreSQL or MariaDB", server, DatabaseServer::stop, DatabaseServer::start);
	}

	@Bean
	@Order(2)
	Outage serverKilled(ObjectProvider<DatabaseServer> server) {
		return new Broken<>("server-killed", "The server is killed (SIGKILL) and started again.",
				"a server of its own: PostgreSQL or MariaDB", server, DatabaseServer::kill, DatabaseServer::start);
	}

	@Bean
	@Order(3)
	Outage serverSuspended(ObjectProvider<DatabaseServer> server) {
		return new Broken<>("server-suspended", "The server stops answering (SIGSTOP) and goes on.",
				"a server of its own: PostgreSQL or MariaDB", server, DatabaseServer::suspend, DatabaseServer::resume);
	}

	@Bean
	@Order(4)
	Outage networkSilent(ObjectProvider<Network> network) {
		return new Broken<>("network-silent", "The network swallows every packet and recovers.",
				"--sample.database.network=true on PostgreSQL or MariaDB", network, Network::fallSilent,
				Network::recover);
	}

	private record Broken<T>(String name, String story, String need, ObjectProvider<T> target, Consumer<T> damage,
			Consumer<T> mend) implements Outage {

		@Override
		public PoolVerdict expected() {
			return PoolVerdict.DATABASE_DOWN;
		}

		@Override
		public Repair inflict() {
			T victim = this.target.getIfAvailable();
			if (victim == null) {
				throw RefusedException.impossible("This drill needs " + this.need + ".");
			}
			this.damage.accept(victim);
			return () -> this.mend.accept(victim);
		}

	}

}
