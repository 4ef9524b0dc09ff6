import { get, submits } from './form.js';

const language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => ['de', 'en'].includes(tag)) ?? 'en';

function say(english, german) {
	document.getElementById('status').textContent = language === 'de' ? german : english;
}

function translate(root) {
	if (language === 'de') {
		root.querySelectorAll('[data-de]').forEach((element) => element.textContent = element.dataset.de);
	}
}

function row(template) {
	const row = document.getElementById(template).content.firstElementChild.cloneNode(true);
	translate(row);
	return row;
}

function customerRow(customer) {
	const form = row('customer');
	form.dataset.id = customer.id;
	form.querySelector('.name').textContent = customer.name;
	form.querySelector('.mail').textContent = customer.email;
	for (const button of form.querySelectorAll('button')) {
		button.setAttribute('aria-label', button.textContent + ': ' + customer.name);
	}
	const requests = {
		order: () => ['POST', 'orders', { customer: customer.id, sku: 'tea', quantity: 1 }],
		delete: () => ['DELETE', 'customers/' + customer.id]
	};
	const answers = {
		order: async () => {
			await showProducts();
			say('Ordered.', 'Bestellt.');
		},
		delete: () => {
			form.remove();
			say('Deleted.', 'Gelöscht.');
		}
	};
	submits(form, (button) => requests[button.value](), (answer, button) => answers[button.value]());
	return form;
}

function productRow(product) {
	const form = row('product');
	const field = form.querySelector('input');
	form.dataset.sku = product.sku;
	form.querySelector('.name').textContent = product.name;
	field.value = product.stock;
	submits(form, () => ['PUT', 'products/' + encodeURIComponent(product.sku) + '/stock', { stock: field.valueAsNumber }], (corrected) => {
		field.value = corrected.stock;
		say('Saved.', 'Gespeichert.');
	});
	return form;
}

async function showProducts() {
	const products = await get('products');
	document.getElementById('products').replaceChildren(...products.map(productRow));
}

async function showCustomers() {
	const customers = await get('customers');
	document.getElementById('customers').replaceChildren(...customers.map(customerRow));
}

document.documentElement.lang = language;
translate(document);
document.addEventListener('submit', () => say('', ''), true);

const registration = document.getElementById('registration');
submits(registration, () => ['POST', 'customers', Object.fromEntries(new FormData(registration))], (customer) => {
	registration.reset();
	document.getElementById('customers').prepend(customerRow(customer));
	say('Registered.', 'Angemeldet.');
});

await showCustomers();
await showProducts();
