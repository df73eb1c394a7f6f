using System.Security;

namespace FlamingHorse.Narration.Build.Outputs.Audio;

/// <summary>
/// The <c>buildTransitive</c> file of a package with narration. Every project that the package reaches imports it and copies for itself: an
/// item that flowed along project references would meet the same file again, which publish refuses.
/// </summary>
internal static class PackedTargets
{
    public static string Write(string packageId, string assemblyName)
    {
        var name = string.Concat(packageId.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var folder = SecurityElement.Escape($"narration/{assemblyName}");
        return $"""
            <Project>
              <!-- Written by FlamingHorse.Narration: the audio of this package lies beside the app that uses it. -->
              <Target Name="_NarrationFind_{name}">
                <ItemGroup>
                  <_Narration_{name} Include="$(MSBuildThisFileDirectory)../{folder}/*.wav" />
                </ItemGroup>
              </Target>
              <Target Name="_NarrationCopy_{name}" AfterTargets="CopyFilesToOutputDirectory" DependsOnTargets="_NarrationFind_{name}"
                      Condition="'$(NarrationCopyAudio)' != 'false'">
                <Copy SourceFiles="@(_Narration_{name})" DestinationFolder="$(OutDir){folder}" SkipUnchangedFiles="true">
                  <Output TaskParameter="DestinationFiles" ItemName="FileWrites" />
                </Copy>
              </Target>
              <Target Name="_NarrationPublish_{name}" AfterTargets="ComputeResolvedFilesToPublishList"
                      DependsOnTargets="_NarrationFind_{name}" Condition="'$(NarrationCopyAudio)' != 'false'">
                <ItemGroup>
                  <ResolvedFileToPublish Include="@(_Narration_{name})" RelativePath="{folder}/%(Filename)%(Extension)"
                                          CopyToPublishDirectory="PreserveNewest" ExcludeFromSingleFile="true" />
                </ItemGroup>
              </Target>
            </Project>

            """.ReplaceLineEndings("\n");
    }
}
