// Azurite keeps table rows in Loki, which has an index for each key and uses neither well. Answers stay what they are; they come in time
// that does not grow with the table.
const loki = require('lokijs');
const query = require('azurite/dist/src/table/persistence/LokiTableStoreQueryGenerator').default;

// Loki takes keys that look like numbers for numbers ("12e3" is "12000"), among others that it compares as text. An index in such an
// order is in none.
for (const name of ['lt', 'gt', 'aeq']) {
  const compare = loki.Comparators[name];
  const ofText = { lt: (a, b, equal) => a < b || (equal && a === b), gt: (a, b, equal) => a > b || (equal && a === b), aeq: (a, b) => a === b }[name];
  loki.Comparators[name] = (a, b, equal) => (typeof a === 'string' && typeof b === 'string' ? ofText(a, b, equal) : compare(a, b, equal));
}

// A row is looked for by the first key that is named, and then one by one: better by the one that fewer other rows have.
const { findOne } = loki.Collection.prototype;
loki.Collection.prototype.findOne = function (wanted) {
  const { PartitionKey, RowKey } = wanted ?? {};
  if (PartitionKey === undefined || RowKey === undefined) return findOne.call(this, wanted);
  const isPartitionSmaller = rows(this, 'PartitionKey', PartitionKey) < rows(this, 'RowKey', RowKey);
  return findOne.call(this, isPartitionSmaller ? { PartitionKey, RowKey } : { RowKey, PartitionKey });
};

function rows(table, key, value) {
  const [first, last] = table.calculateRange('$eq', key, value);
  return last - first + 1;
}

// A query reads a whole table, unless it is told of the one partition that it is about.
const generate = query.generateQueryForPersistenceLayer;
query.generateQueryForPersistenceLayer = function (options, ...others) {
  const where = generate.call(this, options, ...others);
  const [, partition] = (!/ or /i.test(options.filter ?? '') && /^\(*PartitionKey eq '((?:[^']|'')*)'/.exec(options.filter)) || [];
  if (partition !== undefined) where.partition = partition.replaceAll("''", "'");
  return where;
};
const { where: narrow } = loki.Resultset.prototype;
loki.Resultset.prototype.where = function (wanted, ...others) {
  if (wanted.partition !== undefined) this.find({ PartitionKey: wanted.partition });
  return narrow.call(this, wanted, ...others);
};
