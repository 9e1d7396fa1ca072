using System.Security.Cryptography;
using Ingest.Storage.Rows;
using Microsoft.Extensions.Options;

namespace Ingest.Storage;

/// <summary>
/// The key that cursors are signed with: the one in the settings, else one that the first host makes and all hosts of the storage account
/// share.
/// </summary>
internal sealed class SigningKey(RowReader reader, RowWriter writer, IOptions<SigningOptions> options)
{
    private const int Bytes = 32;

    private byte[]? key = options.Value.Bytes;

    /// <summary>The key. At most two transactions, the first time.</summary>
    public async ValueTask<byte[]> GetAsync(CancellationToken cancellation) => key ??= await FindOrMakeAsync(cancellation);

    private async Task<byte[]> FindOrMakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (await reader.FindAsync(StorageNames.SettingsTable, SettingRows.Partition, SettingRows.CursorKey, cancellation) is { } row)
                return row.Values.GetBinary(SettingRows.Value);
            var made = new RowWrite(StorageNames.SettingsTable, SettingRows.Partition, SettingRows.CursorKey, null)
            {
                Values = new Dictionary<string, object> { [SettingRows.Value] = RandomNumberGenerator.GetBytes(Bytes) },
                Only = RowWrite.Absent,
            };
            // Whoever wrote it, the row is what counts.
            await writer.TryWriteAsync([made], cancellation);
        }
    }
}
