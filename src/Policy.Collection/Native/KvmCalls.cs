using System.Runtime.InteropServices;

namespace Policy.Collection.Native;

/// <summary>The ioctl requests of linux/kvm.h that are asked here; none of them takes a pointer.</summary>
internal static class KvmCalls
{
    internal const int GetApiVersion = 0x00;
    internal const int CreateVm = 0x01;
    internal const int CheckExtension = 0x03;
    internal const int CreateVcpu = 0x41;

    /// <summary>KVM_CAP_IRQCHIP, USER_MEMORY, NR_VCPUS, MAX_VCPUS, NESTED_STATE, ARM_VM_IPA_SIZE.</summary>
    internal static ReadOnlySpan<int> Capabilities => [0, 3, 9, 66, 157, ArmAddressSize];

    internal const int ArmAddressSize = 165;

    /// <summary>_IO(KVMIO, number); POWER has another way to write that a request carries nothing.</summary>
    private static nint Base => RuntimeInformation.ProcessArchitecture == Architecture.Ppc64le ? 0x2000ae00 : 0xae00;

    /// <summary>Asks; the answer, or the negative errno.</summary>
    internal static int Ask(int descriptor, int number, nint argument = 0)
    {
        while (true)
        {
            var answer = FileCalls.Control(descriptor, Base + number, argument);
            if (answer >= 0)
            {
                return answer;
            }

            if (Errno.Last != Errno.Interrupted)
            {
                return -Errno.Last;
            }
        }
    }
}
