"""The names that real torch 2.13 has and this engine has not, by their owner. Written by tests/browsertorch/real_names.py."""

NAMES = {
    "torch": """AVG AcceleratorError AggregationType AliasDb AnyType Argument ArgumentSpec AwaitType BFloat16Storage BFloat16Tensor
        BenchmarkConfig BenchmarkExecutionStats Block BoolType BufferDict CallStack Capsule CharTensor ClassType Code
        CompilationUnit CompleteArgumentSpec ComplexType ConcreteModuleType ConcreteModuleTypeBuilder DeepCopyMemoTable
        DeserializationStorageContext DeviceObjType DictType DisableTorchFunction DisableTorchFunctionSubclass DispatchKey
        DispatchKeySet EnumType ErrorReport Event ExcludeDispatchKeyGuard ExecutionPlan FatalError FileCheck FloatType
        FunctionSchema Future FutureType GradScaler Gradient Graph GraphExecutorState IODescriptor InferredType IntType
        InterfaceType JITException ListType LiteScriptModule LockingLogger LoggerBase ModuleDict Node NoneType NoopLogger
        NumberType OperatorInfo OptionalType PRIVATE_OPS ParameterDict PyObjectType PyTorchFileReader PyTorchFileWriter
        QInt32Storage QInt8Storage QUInt2x4Storage QUInt4x2Storage QUInt8Storage RRefType SUM ScriptClass ScriptClassFunction
        ScriptDict ScriptDictIterator ScriptDictKeyIterator ScriptFunction ScriptList ScriptListIterator ScriptMethod
        ScriptModule ScriptModuleSerializer ScriptObject ScriptObjectProperty SerializationStorageContext ShortTensor
        StaticModule Storage StorageBase Stream StreamObjType StringType SymBool SymBoolType SymFloat SymInt SymIntType
        TYPE_CHECKING Tag TensorType ThroughputBenchmark TracingState TupleType Type USE_GLOBAL_DEPS
        USE_RTLD_GLOBAL_WITH_LIBTORCH UnionType Use Value _VF __config__ __future__ _appdirs _awaits _classes _compile
        _custom_op _custom_ops _decomp _dispatch _dynamo _environment _export _guards _higher_order_ops _inductor _jit_internal
        _library _linalg_utils _lobpcg _logging _lowrank _meta_registrations _native _numpy _opaque_base _ops _prims
        _prims_common _python_dispatcher _refs _size_docs _sources _storage_docs _streambase _strobelight _subclasses _tensor
        _tensor_docs _tensor_iterator _tensor_str _thread_safe_fork _torch_docs _utils_internal _vendor _vmap_internals
        _weights_only_unpickler adaptive_max_pool1d affine_grid_generator alpha_dropout alpha_dropout_ ao as_strided_
        as_strided_scatter autocast_decrement_nesting autocast_increment_nesting batch_norm batch_norm_backward_elemt
        batch_norm_backward_reduce batch_norm_elemt batch_norm_gather_stats batch_norm_gather_stats_with_counts batch_norm_stats
        batch_norm_update_stats bfloat16 bilinear binary_cross_entropy_with_logits bit bits16 bits1x8 bits2x4 bits4x2 bits8
        builtins ccol_indices_copy chalf cholesky choose_qparams_optimized classes classproperty clear_autocast_cache
        col_indices_copy compile compiled_with_cxx11_abi compiler complex32 cond constant_pad_nd contrib conv_tbc convolution
        cosine_embedding_loss cpp crow_indices_copy ctc_loss cudnn_affine_grid_generator cudnn_batch_norm cudnn_convolution
        cudnn_convolution_add_relu cudnn_convolution_relu cudnn_convolution_transpose cudnn_grid_sampler cudnn_is_acceptable
        dequantize detach_ distributed dropout_ dsmm eig embedding embedding_bag embedding_renorm_ empty_permuted
        empty_quantized export fake_quantize_per_channel_affine fake_quantize_per_tensor_affine fbgemm_linear_fp16_weight
        fbgemm_linear_fp16_weight_fp32_activation fbgemm_linear_int8_weight fbgemm_linear_int8_weight_fp32_activation
        fbgemm_linear_quantize_weight fbgemm_pack_gemm_matrix_fp16 fbgemm_pack_quantized_matrix feature_alpha_dropout_
        feature_dropout feature_dropout_ float4_e2m1fn_x2 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
        float8_e8m0fnu fork frobenius_norm from_dlpack from_file functional fused_moving_avg_obs_fake_quant futures fx
        get_autocast_cpu_dtype get_autocast_dtype get_autocast_gpu_dtype get_autocast_ipu_dtype get_autocast_xla_dtype
        get_deterministic_debug_mode get_file_path get_num_interop_threads grid_sampler grid_sampler_2d grid_sampler_3d
        group_norm gru gru_cell hardshrink has_lapack has_mkl has_openmp has_spectral hash_tensor hinge_embedding_loss
        histogramdd hsmm hspmm hub import_ir_module import_ir_module_from_buffer indices_copy init_num_threads instance_norm
        int1 int2 int3 int4 int5 int6 int7 int_repr is_autocast_cache_enabled is_autocast_cpu_enabled is_autocast_ipu_enabled
        is_autocast_xla_enabled is_distributed is_storage is_vulkan_available jagged jit kl_div legacy_contiguous_format library
        lobpcg lstm lstm_cell lstsq lu lu_solve lu_unpack margin_ranking_loss masked matrix_rank max_pool1d_with_indices
        merge_type_from_type_comment miopen_batch_norm miopen_convolution miopen_convolution_add_relu miopen_convolution_relu
        miopen_convolution_transpose miopen_ctc_loss miopen_depthwise_convolution miopen_rnn mkldnn_adaptive_avg_pool2d
        mkldnn_convolution mkldnn_linear_backward_weights mkldnn_max_pool2d mkldnn_max_pool3d mkldnn_rnn_layer monitor mtia
        multiprocessing native_batch_norm native_channel_shuffle native_dropout native_group_norm native_layer_norm native_norm
        nativert nested nonzero_static nuclear_norm numa onnx orgqr ormqr overrides package parse_ir parse_schema
        parse_type_comment per_channel_affine per_channel_affine_float_qparams per_channel_symmetric per_tensor_affine
        per_tensor_symmetric poisson_nll_loss prepare_multiprocessing_environment
        profiler_allow_cudagraph_cupti_lazy_reinit_cuda12 q_per_channel_axis q_per_channel_scales q_per_channel_zero_points
        q_scale q_zero_point qint32 qint8 qr qscheme quantization quantize_per_channel quantize_per_tensor
        quantize_per_tensor_dynamic quantized_batch_norm quantized_gru quantized_gru_cell quantized_lstm quantized_lstm_cell
        quantized_max_pool1d quantized_max_pool2d quantized_max_pool3d quantized_rnn_relu_cell quantized_rnn_tanh_cell
        quasirandom quint2x4 quint4x2 quint8 resize_as_ resize_as_sparse_ rms_norm rnn_relu rnn_relu_cell rnn_tanh rnn_tanh_cell
        row_indices_copy rrelu saddmm segment_reduce set_autocast_cache_enabled set_autocast_cpu_dtype set_autocast_cpu_enabled
        set_autocast_dtype set_autocast_enabled set_autocast_gpu_dtype set_autocast_ipu_dtype set_autocast_ipu_enabled
        set_autocast_xla_dtype set_autocast_xla_enabled set_deterministic_debug_mode set_flush_denormal set_num_interop_threads
        signal slice_copy slice_inverse smm solve sparse sparse_bsc sparse_bsc_tensor sparse_bsr sparse_bsr_tensor
        sparse_compressed_tensor sparse_csc sparse_csc_tensor sparse_csr sparse_csr_tensor spmm sspaddmm sym_constrain_range
        sym_constrain_range_for_size sym_float sym_fresh_size sym_int sym_ite sym_max sym_min sym_not sym_sqrt sym_sum symeig
        thread_safe_generator threshold to_dlpack torch torch_version triangular_solve triplet_margin_loss types uint1 uint2
        uint3 uint4 uint5 uint6 uint7 unify_type_list values_copy view_as_complex_copy view_as_real_copy wait while_loop windows""",
    "autograd": """DeviceType NestedIOFunction ProfilerActivity ProfilerConfig ProfilerEvent ProfilerState _functions anomaly_mode
        enforce_grad_layout_policy handle_torch_function has_torch_function is_tensor_like is_view_replay_enabled
        profiler_legacy torch""",
    "autograd.functional": """fwAD torch""",
    "autograd.forward_ad": """torch""",
    "autograd.graph": """RemovableHandle TYPE_CHECKING TorchDispatchMode Variable contextvars region_activation_memory_budget
        set_override_stale_capture_stream set_warn_on_accumulate_grad_stream_mismatch torch""",
    "func": """_random debug_unwrap functionalize rearrange replace_all_batch_norm_modules_""",
    "linalg": """common_notes ldl_factor ldl_factor_ex ldl_solve lu_factor_ex matmul solve_ex""",
    "nn": """AdaptiveLogSoftmaxWithLoss AdaptiveMaxPool3d Container CrossMapLRN2d FractionalMaxPool2d FractionalMaxPool3d LPPool3d
        LazyInstanceNorm1d LazyInstanceNorm2d LazyInstanceNorm3d LinearCrossEntropyLoss LinearCrossEntropyOptions MaxUnpool3d
        _reduction attention backends common_types cpp factory_kwargs grad intrinsic parallel qat quantizable quantized""",
    "nn.functional": """BroadcastingList1 BroadcastingList2 BroadcastingList3 DType GRID_SAMPLE_INTERPOLATION_MODES GRID_SAMPLE_PADDING_MODES
        ScalingType SwizzleType TYPE_CHECKING adaptive_max_pool3d adaptive_max_pool3d_with_indices assert_int_or_pair
        boolean_dispatch conv_tbc fractional_max_pool2d fractional_max_pool2d_with_indices fractional_max_pool3d
        fractional_max_pool3d_with_indices grad grouped_mm handle_torch_function has_torch_function has_torch_function_unary
        has_torch_function_variadic linear_cross_entropy lp_pool3d max_unpool3d native_channel_shuffle reproducibility_notes
        scaled_grouped_mm scaled_mm sparse_support_notes tf32_notes torch""",
    "nn.init": """Tensor torch""",
    "nn.utils": """_deprecation_utils _expanded_weights _named_member_accessor _per_sample_grad clip_grad clip_grads_with_norm_
        convert_conv2d_weight_memory_format convert_conv3d_weight_memory_format convert_parameters init memory_format skip_init
        stateless""",
    "nn.utils.rnn": """PackedSequence_ bind copy_method_params torch""",
    "nn.utils.parametrize": """Module OpaqueBase copyreg get_swap_module_params_on_conversion is_opaque_reference_type is_traceable_wrapper_subclass
        torch transfer_parametrizations_and_params""",
    "nn.utils.parametrizations": """torch""",
    "nn.utils.prune": """BasePruningMethod CustomFromMask Identity LnStructured PruningContainer RandomStructured numbers torch""",
    "optim": """Adafactor Muon SparseAdam _adafactor _functional _multi_tensor _muon _stateless adadelta adagrad adam adamax adamw asgd
        nadam radam rmsprop rprop sgd sparse_adam swap_in_optimizer_params_and_state""",
    "optim.lr_scheduler": """EPOCH_DEPRECATION_WARNING TYPE_CHECKING Tensor annotations bisect_right inf""",
    "optim.swa_utils": """TYPE_CHECKING Tensor annotations torch""",
    "utils": """ThroughputBenchmark _appending_byte_serializer _config_module _content_store _contextlib _cpp_embed_headers
        _cpp_extension_versioner _cuda_debug _cxx_pytree _debug_mode _device _dtype_abbrs _exposed_in _filelock _foreach_utils
        _functools _get_clean_triton _helion _import_utils _inspect _mode_utils _ordered_set _pallas _python_dispatch _pytree
        _runtime_estimation _stats _strobelight _sympy _thunk _traceback _triton _typing_utils _zip backcompat
        backend_registration benchmark bundled_inputs cmake_prefix_path collect_env copyreg cpp_backtrace cpp_extension
        debug_log deterministic dlpack file_baton flop_counter generate_methods_for_privateuse1_backend get_cpp_backtrace hipify
        jit mkldnn mobile_optimizer model_dump model_zoo module_tracker rename_privateuse1_backend serialization set_module
        show_pickle swap_tensors tensorboard throughput_benchmark torch viz weak""",
    "utils.checkpoint": """CheckpointPolicy DefaultDeviceType LoggingTensorMode SAC_IGNORED_OPS SavedTensor SelectiveCheckpointContext
        TYPE_CHECKING Text TorchDispatchMode annotations capture_logs check_backward_validity
        create_selective_checkpoint_contexts detach_variable fx_traceback get_device_states noop_context_fn
        set_checkpoint_debug_enabled set_device_states torch tree_map""",
    "utils.data": """DFIterDataPipe DataChunk DistributedSampler IterDataPipe MapDataPipe argument_validation backward_compatibility
        datapipes distributed functional_datapipe graph graph_settings guaranteed_datapipes_determinism non_deterministic
        runtime_validation runtime_validation_disabled""",
    "testing": """FileCheck _comparison _creation _internal _utils assert_allclose make_tensor""",
    "fft": """Tensor common_args factory_common_args hfft2 hfftn ihfft2 ihfftn torch""",
    "special": """airy_ai bessel_j0 bessel_j1 bessel_y0 bessel_y1 common_args modified_bessel_i0 modified_bessel_i1 modified_bessel_k0
        modified_bessel_k1 multi_dim_common scaled_modified_bessel_k0 scaled_modified_bessel_k1 spherical_bessel_j0 torch""",
    "amp": """autocast_mode custom_bwd custom_fwd grad_scaler""",
    "cuda": """AcceleratorError BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CUDAGraph
        CUDAPluggableAllocator CharStorage CharTensor ComplexDoubleStorage ComplexFloatStorage CudaError DEVICE_REQUIREMENT
        DeferredCudaCallError DoubleStorage DoubleTensor Event ExternalStream FloatStorage FloatTensor GreenContext HalfStorage
        HalfTensor IntStorage IntTensor LongStorage LongTensor MemPool PYTORCH_RELEASES_CODE_CC ShortStorage ShortTensor Stream
        StreamContext TYPE_CHECKING _annotate_cuda_graph_trace _device_limits _gpu_trace _graph_annotations _memory_viz
        _pin_memory_utils _sanitizer _utils caching_allocator_alloc caching_allocator_delete caching_allocator_disabled
        caching_allocator_enable can_device_access_peer change_current_allocator check_error classproperty clock_rate comm
        cudaStatus cudart current_blas_handle current_solver_handle default_generators default_stream device device_memory_used
        device_of gds get_allocator_backend get_arch_list get_gencode_flags get_per_process_memory_fraction get_rng_state_all
        get_stream_from_external get_sync_debug_mode graph graph_pool_handle graphs green_contexts has_half has_magma
        host_memory_stats host_memory_stats_as_nested_dict init is_current_stream_capturing is_tf32_supported jiterator
        list_gpu_processes make_graphed_callables max_memory_cached memory memory_cached memory_snapshot memory_stats
        memory_stats_as_nested_dict memory_summary memory_usage nccl nvtx power_draw profiler random
        reset_accumulated_host_memory_stats reset_accumulated_memory_stats reset_max_memory_allocated reset_max_memory_cached
        reset_peak_host_memory_stats reset_peak_memory_stats set_device set_rng_state set_rng_state_all set_stream
        set_sync_debug_mode sparse stream streams temperature torch tunable use_mem_pool utilization""",
    "accelerator": """Graph _utils device_index empty_host_cache get_device_capability graphs memory set_stream torch""",
    "backends": """_coreml _nnapi cusparselt kleidiai m mha miopen nnpack opt_einsum python_native quantized xeon xnnpack""",
    "distributions": """CatTransform ContinuousBernoulli CorrCholeskyTransform CumulativeDistributionTransform ExponentialFamily
        GeneralizedPareto LKJCholesky LogisticNormal LowRankMultivariateNormal LowerCholeskyTransform PositiveDefiniteTransform
        ReshapeTransform StackTransform StickBreakingTransform VonMises Wishart biject_to constraint_registry
        continuous_bernoulli exp_family generalized_pareto lkj_cholesky logistic_normal lowrank_multivariate_normal transform_to
        von_mises wishart""",
    "distributions.constraints": """MixtureSameFamilyConstraint cat corr_cholesky positive_semidefinite stack torch""",
    "distributions.transforms": """CatTransform CorrCholeskyTransform CumulativeDistributionTransform Distribution F LowerCholeskyTransform
        PositiveDefiniteTransform ReshapeTransform StackTransform StickBreakingTransform Tensor broadcast_all lazy_property pad
        torch tril_matrix_to_vec vec_to_tril_matrix""",
}
