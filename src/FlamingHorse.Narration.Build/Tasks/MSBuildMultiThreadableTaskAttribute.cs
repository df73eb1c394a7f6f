namespace Microsoft.Build.Framework;

/// <summary>
/// Tells MSBuild that a task may run beside others in one process. Recognized by name, so that builds older than 18.6, which lack
/// the type, still load the task.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
