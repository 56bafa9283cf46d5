using System.Collections.Concurrent;

namespace DigestLsp.Workspaces;

/// <summary>Values computed from an immutable owner when first asked for: a memory, not a state.</summary>
internal sealed class AttachedValues
{
    private readonly ConcurrentDictionary<Type, object> _values = new(concurrencyLevel: 1, capacity: 3);

    public T? Get<T>()
        where T : class => _values.TryGetValue(typeof(T), out var known) ? (T)known : null;

    public T GetOrAdd<T, TOwner>(TOwner owner, Func<TOwner, T> compute)
        where T : class => _values.TryGetValue(typeof(T), out var known) ? (T)known : (T)_values.GetOrAdd(typeof(T), compute(owner));
}
