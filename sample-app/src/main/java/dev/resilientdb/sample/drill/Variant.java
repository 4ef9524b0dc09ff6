package dev.resilientdb.sample.drill;

import java.util.function.BiConsumer;

import dev.resilientdb.sample.account.Transfer;
import dev.resilientdb.sample.account.TransferService;

/**
 * How a transfer is called.
 *
 * @param method the name under which the library counts the method
 * @param call the method
 */
record Variant(String method, BiConsumer<TransferService, Transfer> call) {

	static final Variant WITH_RETRY = new Variant("TransferService.transfer", TransferService::transfer);

	static final Variant WITHOUT_RETRY = new Variant("TransferService.transferOnce", TransferService::transferOnce);

}
