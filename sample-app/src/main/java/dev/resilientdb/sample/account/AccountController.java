package dev.resilientdb.sample.account;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.resilientdb.sample.RefusedException;

@RestController
class AccountController {

	private final AccountRepository accounts;

	private final LedgerRepository ledger;

	private final TransferService transfers;

	AccountController(AccountRepository accounts, LedgerRepository ledger, TransferService transfers) {
		this.accounts = accounts;
		this.ledger = ledger;
		this.transfers = transfers;
	}

	@PostMapping("/accounts")
	ResponseEntity<Statement> open(@Valid @RequestBody Opening opening) {
		Account account = this.accounts.save(new Account(opening.owner(), opening.balance()));
		return ResponseEntity.created(URI.create("/accounts/" + account.id())).body(Statement.of(account));
	}

	@GetMapping("/accounts/{id}")
	Statement statement(@PathVariable long id) {
		return this.accounts.findById(id).map(Statement::of).orElseThrow(() -> RefusedException.unknown("account", id));
	}

	@PostMapping("/transfers")
	@ResponseStatus(HttpStatus.CREATED)
	Transfer transfer(@Valid @RequestBody TransferOrder order) {
		Transfer transfer = order.transfer();
		this.transfers.transfer(transfer);
		return transfer;
	}

	@GetMapping("/transfers/{id}")
	Transfer transfer(@PathVariable String id) {
		return this.ledger.findByTransferId(id)
			.map(LedgerEntry::transfer)
			.orElseThrow(() -> RefusedException.unknown("transfer", id));
	}

	record Opening(@NotBlank @Size(max = 100) String owner, @PositiveOrZero long balance) {
	}

	record Statement(long id, String owner, long balance) {

		static Statement of(Account account) {
			return new Statement(account.id(), account.owner(), account.balance());
		}

	}

	record TransferOrder(@Size(max = 64) @Nullable String id, @NotNull Long from, @NotNull Long to,
			@Positive long amount) {

		@AssertTrue(message = "from and to must differ")
		boolean isBetweenTwoAccounts() {
			return this.from == null || !this.from.equals(this.to);
		}

		Transfer transfer() {
			String business = (this.id != null) ? this.id : UUID.randomUUID().toString();
			return new Transfer(business, this.from, this.to, this.amount);
		}

	}

}
